package farm;

import @persistence@.*;
import java.util.*;
@lombok-imports@
@Entity
@lombok@
public class Cow {
    @Id
    private Long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    private Barn barn;

    @ManyToOne(fetch = FetchType.LAZY)
    private Owner owner;

    @ManyToMany
    private Set<Bell> bells = new HashSet<>();

    public void in(Barn place, Owner person, Bell bell) {
        barn = place;
        owner = person;
        bells.add(bell);
    }

    public Cow() {}

    public Cow(long id) {
        this.id = id;
        this.name = "Cow " + id;
    }
@getters-begin@
    public String getName() {
        return name;
    }

    public Owner getOwner() {
        return owner;
    }

    public Set<Bell> getBells() {
        return bells;
    }

@getters-end@
}
