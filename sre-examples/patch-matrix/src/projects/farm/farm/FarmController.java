package farm;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

@RestController
class FarmController {

    private final Barns barns;
    private final Cows cows;
    private final Pigs pigs;
    private final RestTemplate rest = new RestTemplate();
    private final String prices = System.getProperty("prices");

    FarmController(Barns barns, Cows cows, Pigs pigs) {
        this.barns = barns;
        this.cows = cows;
        this.pigs = pigs;
    }

    @GetMapping("/cows-of-barns")
    List<Integer> cowsOfBarns() {
        List<Integer> counts = new ArrayList<>();
        for (Barn barn : barns.findAll()) {
            counts.add(barn.getCows().size());
        }
        return counts;
    }

    @GetMapping("/tools-of-barns")
    List<String> toolsOfBarns() {
        List<String> names = new ArrayList<>();
        for (Barn barn : barns.findAll()) {
            names.addAll(barn.getTools());
        }
        return names;
    }

    @GetMapping("/owners-of-cows")
    List<String> ownersOfCows() {
        List<String> names = new ArrayList<>();
        for (Cow cow : cows.findAll()) {
            names.add(cow.getOwner().getName());
        }
        return names;
    }

    @GetMapping("/bells-of-cows")
    List<Integer> bellsOfCows() {
        List<Integer> counts = new ArrayList<>();
        for (Cow cow : cows.findAll()) {
            counts.add(cow.getBells().size());
        }
        return counts;
    }

    @GetMapping("/vets-of-pigs")
    List<String> vetsOfPigs() {
        List<String> names = new ArrayList<>();
        for (Pig pig : pigs.findAll()) {
            names.add(pig.getVet().getName());
        }
        return names;
    }

    @GetMapping("/barns/{id}")
    String barn(@PathVariable("id") long id) {
        if (!barns.existsById(id)) {
            throw new IllegalArgumentException("no barn " + id);
        }
        return "barn " + id;
    }

    @GetMapping("/offer")
    String offer() {
        String milk = rest.getForObject("http://milk.farm.internal/milk", String.class);
        String meat = rest.getForObject("http://meat.farm.internal/meat", String.class);
        return milk + ", " + meat;
    }
}
