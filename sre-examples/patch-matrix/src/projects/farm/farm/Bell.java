package farm;

import @persistence@.*;
import java.util.*;
@lombok-imports@
@Entity
@lombok@
public class Bell {
    @Id
    private Long id;

    private String name;

    public Bell() {}

    public Bell(long id) {
        this.id = id;
        this.name = "Bell " + id;
    }
@getters-begin@
    public String getName() {
        return name;
    }

@getters-end@
}
