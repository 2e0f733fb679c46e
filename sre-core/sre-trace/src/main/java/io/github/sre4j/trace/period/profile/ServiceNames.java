package io.github.sre4j.trace.period.profile;

import java.util.regex.Pattern;

/** Names of services. */
final class ServiceNames {

    /** {@code name-5f6585d649-fnmft}: Kubernetes names pods of a deployment by a hash of their template and five characters, without vowels. */
    private static final Pattern POD =
            Pattern.compile("(.+)-(?=[a-z0-9]*\\d)[bcdf-hj-np-tv-xz0-9a-f]{6,10}-[bcdf-hj-np-tv-xz2-9]{5}");

    private ServiceNames() {}

    /** The service of a name that may be that of a pod. */
    static String of(String name) {
        var matcher = POD.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }
}
