package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.cause.ErrorCause.Family;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what kind of failure an exception is by its class, and by its message where the class is used for anything. */
final class ErrorFamilies {

    private static final Pattern NOT_FOUND =
            Pattern.compile("(?i)notfound|nosuchelement|emptyresult|nosuchentity|objectretrieval|noresult");
    private static final Pattern BAD_INPUT = Pattern.compile(
            "(?i)typemismatch|messagenotreadable|missingservletrequest|methodargumentnotvalid|constraintviolation|bindexception"
                    + "|methodnotsupported|mediatype|handlermethodvalidation|servletrequestbinding|multipart|badrequest"
                    + "|numberformat|datetimeparse|jsonparse|mismatchedinput");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "(?i)timeout|connectexception|sockete|unknownhost|httpservererror|httpclienterror|resourceaccess|restclient"
                    + "|webclient|feign|callnotpermitted|connectionclosed|noroutetohost|ssl|statusruntime");
    private static final Pattern CONFLICT = Pattern.compile(
            "(?i)optimisticlock|deadlock|cannotacquirelock|pessimisticlock|serializationfail|staleobject");
    private static final Pattern ABSENT_IN_WORDS =
            Pattern.compile("(?i)\\b(?:not found|does not exist|doesn't exist|no such|not present|unknown id)\\b");

    private ErrorFamilies() {}

    static Family of(String errorClass, String message) {
        String name = errorClass.substring(errorClass.lastIndexOf('.') + 1);
        String said = message.toLowerCase(Locale.ROOT);
        if (said.contains("connection is not available") || name.contains("PoolExhausted")) {
            return Family.POOL;
        }
        if (MissingInstance.of(message).isPresent()) {
            return Family.NO_INSTANCE;
        }
        if (NOT_FOUND.matcher(name).find()) {
            return Family.NOT_FOUND;
        }
        if (CONFLICT.matcher(name).find()) {
            return Family.CONFLICT;
        }
        if (BAD_INPUT.matcher(name).find()) {
            return Family.BAD_INPUT;
        }
        if (DEPENDENCY.matcher(name).find()) {
            return Family.DEPENDENCY;
        }
        boolean general = name.equals("IllegalArgumentException")
                || name.equals("IllegalStateException")
                || name.equals("RuntimeException");
        return general && ABSENT_IN_WORDS.matcher(message).find() ? Family.NOT_FOUND : Family.DEFECT;
    }
}
