package farm;

import @persistence@.*;
import java.util.*;
@lombok-imports@
@Entity
@lombok@
public class Owner {
    @Id
    private Long id;

    private String name;

    public Owner() {}

    public Owner(long id) {
        this.id = id;
        this.name = "Owner " + id;
    }
@getters-begin@
    public String getName() {
        return name;
    }

@getters-end@
}
