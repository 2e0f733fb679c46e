package farm;

import @persistence@.*;
import java.util.*;
@lombok-imports@
@Entity
@lombok@
public class Barn {
    @Id
    private Long id;

    private String name;

    @OneToMany(mappedBy = "barn")
    private List<Cow> cows = new ArrayList<>();

    @ElementCollection
    private Set<String> tools = new HashSet<>();

    public Barn() {}

    public Barn(long id) {
        this.id = id;
        this.name = "Barn " + id;
    }
@getters-begin@
    public String getName() {
        return name;
    }

    public List<Cow> getCows() {
        return cows;
    }

    public Set<String> getTools() {
        return tools;
    }

@getters-end@
}
