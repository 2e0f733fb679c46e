package io.github.sre4j.trace.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of a gRPC call, as instrumentations of several generations report it. */
final class GrpcStatus {

    private static final String[] NAMES = {
        "OK",
        "CANCELLED",
        "UNKNOWN",
        "INVALID_ARGUMENT",
        "DEADLINE_EXCEEDED",
        "NOT_FOUND",
        "ALREADY_EXISTS",
        "PERMISSION_DENIED",
        "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION",
        "ABORTED",
        "OUT_OF_RANGE",
        "UNIMPLEMENTED",
        "INTERNAL",
        "UNAVAILABLE",
        "DATA_LOSS",
        "UNAUTHENTICATED"
    };

    private GrpcStatus() {}

    /** The name of a status that is not OK, such as {@code gRPC UNAVAILABLE (14)}; null if there is none. */
    static @Nullable String error(Attributes attributes) {
        int code = code(attributes);
        return code <= 0 ? null : "gRPC " + NAMES[code] + " (" + code + ")";
    }

    /** Whether the status is the server's fault; others, such as NOT_FOUND, are the caller's. */
    static boolean isServersFault(Attributes attributes) {
        return switch (code(attributes)) {
            case 2, 4, 12, 13, 14, 15 -> true;
            default -> false;
        };
    }

    /** The status, or -1 if there is none. */
    private static int code(Attributes attributes) {
        String system = attributes.text("rpc.system", "rpc.system.name");
        String text = attributes.text(
                "rpc.grpc.status_code",
                "grpc.status_code",
                "grpc.statusCode",
                "grpc.status",
                "grpc.code",
                "response.status.grpc");
        if (text == null && system != null && system.toLowerCase(Locale.ROOT).contains("grpc")) {
            text = attributes.text("rpc.response.status_code", "error.type");
        }
        if (text == null) {
            return -1;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(upper) || Integer.toString(i).equals(upper)) {
                return i;
            }
        }
        return -1;
    }
}
