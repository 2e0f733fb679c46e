package farm;

import @persistence@.*;
import java.util.*;
@lombok-imports@
@Entity
@lombok@
public class Pig {
    @Id
    private Long id;

    private String name;

    @ManyToOne
    private Vet vet;

    public void treatedBy(Vet person) {
        vet = person;
    }

    public Pig() {}

    public Pig(long id) {
        this.id = id;
        this.name = "Pig " + id;
    }
@getters-begin@
    public String getName() {
        return name;
    }

    public Vet getVet() {
        return vet;
    }

@getters-end@
}
