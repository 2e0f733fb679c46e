package io.github.sre4j.benchmarks.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a Spring product of about the shape that grown products have: of every twenty files two controllers, three services, two entities, two repositories, one client
 * and ten classes of values, exceptions and helpers; 160 lines a file on average.
 */
@SuppressWarnings("StringConcatToTextBlock") // files are put together line by line
public final class GenerateProduct {

    private static final int GROUP = 20;

    private GenerateProduct() {}

    /** Arguments: the folder to write to, the number of files. */
    public static void main(String... args) throws IOException {
        Path java = Path.of(args[0]).resolve("src/main/java");
        int files = Integer.parseInt(args[1]);
        for (int i = 0; i < files; i++) {
            int group = i / GROUP;
            int role = i % GROUP;
            String packageName = "com.acme.area" + group;
            String name = name(role, group);
            Path folder = java.resolve(packageName.replace('.', '/'));
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".java"), text(packageName, name, role, group));
        }
    }

    private static String name(int role, int group) {
        String number = group + "n" + role;
        if (role < 2) {
            return "Area" + number + "Controller";
        }
        if (role < 5) {
            return "Area" + number + "Service";
        }
        if (role < 7) {
            return "Area" + number + "Entity";
        }
        if (role < 9) {
            return "Area" + number + "Repository";
        }
        return role == 9 ? "Area" + number + "Client" : "Area" + number + "Value";
    }

    private static String text(String packageName, String name, int role, int group) {
        StringBuilder text = new StringBuilder("package " + packageName + ";\n\nimport java.util.*;\n\n");
        if (role < 2) {
            controller(text, name, role, group);
        } else if (role < 5) {
            service(text, name, role, group);
        } else if (role < 7) {
            entity(text, name, role, group);
        } else if (role < 9) {
            repository(text, name, role, group);
        } else if (role == 9) {
            client(text, name);
        } else {
            value(text, name);
        }
        return text.append("}\n").toString();
    }

    private static void controller(StringBuilder text, String name, int role, int group) {
        String service = name(2 + role, group);
        text.append("@RestController\n@RequestMapping(\"/area")
                .append(group)
                .append('/')
                .append(role)
                .append("\")\npublic class ")
                .append(name)
                .append(" {\n    private final ")
                .append(service)
                .append(" service;\n\n    ")
                .append(name)
                .append('(')
                .append(service)
                .append(" service) {\n        this.service = service;\n    }\n");
        for (int i = 0; i < 16; i++) {
            text.append("\n    /** Answers with number ")
                    .append(i)
                    .append(". */\n    @GetMapping(\"/things")
                    .append(i)
                    .append("/{id}\")\n    public List<String> thing")
                    .append(i)
                    .append("(@PathVariable long id) {\n        if (id < ")
                    .append(i)
                    .append(") {\n"
                            + "            throw new IllegalArgumentException(\"no thing \" + id);\n"
                            + "        }\n"
                            + "        return service.work")
                    .append(i % 12)
                    .append("(id, \"")
                    .append(name)
                    .append("\");\n    }\n");
        }
    }

    private static void service(StringBuilder text, String name, int role, int group) {
        String repository = name(7 + role % 2, group);
        String entity = name(5 + role % 2, group);
        String client = name(9, group);
        text.append("@Service\npublic class ")
                .append(name)
                .append(" {\n    private static final Logger LOG = LoggerFactory.getLogger(")
                .append(name)
                .append(".class);\n    private final ")
                .append(repository)
                .append(" repository;\n    private final ")
                .append(client)
                .append(" client;\n\n    ")
                .append(name)
                .append('(')
                .append(repository)
                .append(" repository, ")
                .append(client)
                .append(" client) {\n        this.repository = repository;\n        this.client = client;\n    }\n");
        for (int i = 0; i < 12; i++) {
            text.append("\n    @Transactional(readOnly = true)\n    public List<String> work")
                    .append(i)
                    .append("(long id, String name) {\n        LOG.info(\"work ")
                    .append(i)
                    .append(" of {} for {}\", id, name);\n"
                            + "        List<String> names = new ArrayList<>();\n"
                            + "        for (")
                    .append(entity)
                    .append(" each : repository.findByName")
                    .append(i)
                    .append("(name)) {\n            if (each.getName")
                    .append(i)
                    .append("() == null || each.getChildren().isEmpty()) {\n                continue;\n            }\n")
                    .append("            names.add(each.getName")
                    .append(i)
                    .append("().strip() + \":\" + each.getChildren().size());\n        }\n")
                    .append("        Map<String, Integer> counts = new TreeMap<>();\n")
                    .append("        names.stream().filter(n -> !n.isBlank()).map(String::strip).forEach(n ->"
                            + " counts.merge(n, 1, Integer::sum));\n")
                    .append("        try {\n"
                            + "            names.add(client.ask(name + id));\n"
                            + "        } catch (RuntimeException e) {\n")
                    .append("            LOG.warn(\"no answer for {}\", name, e);\n"
                            + "        }\n"
                            + "        return names;\n"
                            + "    }\n");
        }
    }

    private static void entity(StringBuilder text, String name, int role, int group) {
        String other = name(5 + (role + 1) % 2, group);
        text.append("@Entity\npublic class ")
                .append(name)
                .append(" {\n    @Id\n    private Long id;\n\n    @OneToMany(mappedBy = \"parent\")\n    private List<")
                .append(other)
                .append("> children = new ArrayList<>();\n\n    @ManyToOne(fetch = FetchType.LAZY)\n    private ")
                .append(other)
                .append(" parent;\n\n    public List<")
                .append(other)
                .append("> getChildren() {\n        return children;\n    }\n");
        for (int i = 0; i < 18; i++) {
            text.append("\n    @Column(name = \"name_")
                    .append(i)
                    .append("\")\n    private String name")
                    .append(i)
                    .append(";\n\n    public String getName")
                    .append(i)
                    .append("() {\n        return name")
                    .append(i)
                    .append(";\n    }\n\n    public void setName")
                    .append(i)
                    .append("(String value) {\n        this.name")
                    .append(i)
                    .append(" = value;\n    }\n");
        }
    }

    private static void repository(StringBuilder text, String name, int role, int group) {
        String entity = name(role - 2, group);
        text.append("public interface ")
                .append(name)
                .append(" extends JpaRepository<")
                .append(entity)
                .append(", Long> {\n");
        for (int i = 0; i < 18; i++) {
            text.append("\n    List<")
                    .append(entity)
                    .append("> findByName")
                    .append(i)
                    .append("(String name);\n");
        }
    }

    private static void client(StringBuilder text, String name) {
        text.append("@Component\npublic class ")
                .append(name)
                .append(" {\n"
                        + "    private final RestTemplate rest = new RestTemplate();\n\n"
                        + "    public String ask(String key) {\n")
                .append("        return rest.getForObject(\"http://")
                .append(name.toLowerCase(Locale.ROOT))
                .append("/keys/\" + key, String.class);\n    }\n");
    }

    private static void value(StringBuilder text, String name) {
        text.append("/** A value. */\npublic final class ").append(name).append(" {\n");
        for (int i = 0; i < 12; i++) {
            text.append("\n    private final int part")
                    .append(i)
                    .append(" = ")
                    .append(i)
                    .append(";\n\n    public int part")
                    .append(i)
                    .append("() {\n        int sum = 0;\n        for (int i = 0; i < part")
                    .append(i)
                    .append("; i++) {\n"
                            + "            sum += i * 31 + (sum >> 3);\n"
                            + "        }\n"
                            + "        return sum;\n"
                            + "    }\n");
        }
    }
}
