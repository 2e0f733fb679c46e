package io.github.sre4j.site;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds links of the built site that lead nowhere: to a file that is not there, or to a place that a page does not have. */
public final class CheckLinks {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=(?:\"([^\"]*)\"|([^\\s>\"]+))");
    private static final Pattern PLACE = Pattern.compile("\\b(?:id|name)=(?:\"([^\"]*)\"|([^\\s>\"]+))");

    private CheckLinks() {}

    /** Takes the folder of the site; fails with the list of all that is wrong. */
    public static void main(String... arguments) throws IOException {
        List<String> broken = broken(Path.of(arguments[0]));
        if (!broken.isEmpty()) {
            throw new IllegalStateException(
                    broken.size() + " links of the site lead nowhere:\n  " + String.join("\n  ", broken));
        }
    }

    static List<String> broken(Path site) throws IOException {
        Map<Path, String> pages = new HashMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html")
                            && !each.toString().contains("apidocs"))
                    .sorted()
                    .toList()) {
                pages.put(file.normalize(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        Map<Path, Set<String>> places = new HashMap<>();
        pages.forEach((file, html) -> places.put(file, places(html)));
        List<String> broken = new ArrayList<>();
        pages.forEach((file, html) -> {
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                String target = link.group(1) != null ? link.group(1) : link.group(2);
                check(site, file, target.replace("&amp;", "&"), places, broken);
            }
        });
        broken.sort(String::compareTo);
        return broken.stream().distinct().toList();
    }

    private static void check(Path site, Path file, String target, Map<Path, Set<String>> places, List<String> broken) {
        if (target.isEmpty() || target.matches("[a-z]+:.*") || target.startsWith("//")) {
            return;
        }
        URI uri;
        try {
            uri = URI.create(target);
        } catch (IllegalArgumentException e) {
            broken.add(site.relativize(file) + ": '" + target + "' is no address");
            return;
        }
        Path folder = file.getParent();
        String path = uri.getPath() == null ? "" : uri.getPath();
        Path there =
                path.isEmpty() || folder == null ? file : folder.resolve(path).normalize();
        if (Files.isDirectory(there)) {
            there = there.resolve("index.html");
        }
        if (!Files.exists(there)) {
            broken.add(site.relativize(file) + ": there is no '" + target + "'");
        } else if (uri.getFragment() != null
                && !uri.getFragment().isEmpty()
                && places.containsKey(there)
                && !places.getOrDefault(there, Set.of()).contains(uri.getFragment())) {
            broken.add(site.relativize(file) + ": '" + target + "' names a place that the page does not have");
        }
    }

    private static Set<String> places(String html) {
        Set<String> places = new HashSet<>();
        Matcher place = PLACE.matcher(html);
        while (place.find()) {
            places.add(place.group(1) != null ? place.group(1) : place.group(2));
        }
        return places;
    }
}
