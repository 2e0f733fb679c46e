package farm;

import @persistence@.*;
import java.util.*;
@lombok-imports@
@Entity
@lombok@
public class Vet {
    @Id
    private Long id;

    private String name;

    public Vet() {}

    public Vet(long id) {
        this.id = id;
        this.name = "Vet " + id;
    }
@getters-begin@
    public String getName() {
        return name;
    }

@getters-end@
}
