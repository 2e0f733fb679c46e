package io.github.sre4j.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Finds an endpoint by its name in fewer loads than a map takes: in an array in which each endpoint stands at the hash of its name or a few places
 * further. An endpoint that finds no place there, because others have them, is in the map only; so names made up to have equal hashes cost a
 * look-up in a map, which has an answer to them, and no more.
 *
 * <p>Endpoints are added under the recorder's lock and never move or go. Reading is lock-free. The array is the recorder's own, not this class's,
 * because an object in between is a load more in each call.
 */
final class EndpointTable {

    /** How far from its hash an endpoint may stand. */
    private static final int REACH = 8;

    /** An array is a quarter full at most, unless it would be larger than this. */
    private static final int MOST_PLACES = 1 << 14;

    private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(EndpointRecorder[].class);

    private EndpointTable() {}

    /** Places for so many endpoints, a power of two. */
    static @Nullable EndpointRecorder[] places(int endpoints) {
        int needed = Math.min(endpoints, MOST_PLACES / 4) * 4;
        return new EndpointRecorder[Integer.highestOneBit(2 * needed - 1)];
    }

    /**
     * The endpoint of that name.
     *
     * @return null if it is not here; it may be in the map
     */
    static @Nullable EndpointRecorder find(@Nullable EndpointRecorder[] places, String name) {
        int first = hash(name);
        for (int i = 0; i < REACH; i++) {
            EndpointRecorder found = (EndpointRecorder) PLACES.getAcquire(places, (first + i) & (places.length - 1));
            if (found == null || found.isNamed(name)) {
                return found;
            }
        }
        return null;
    }

    /** Adds an endpoint whose name is not here yet, if there is a place for it; for one thread at a time. */
    static void add(@Nullable EndpointRecorder[] places, EndpointRecorder endpoint) {
        int first = hash(endpoint.name().value());
        for (int i = 0; i < REACH; i++) {
            int place = (first + i) & (places.length - 1);
            if (places[place] == null) {
                PLACES.setRelease(places, place, endpoint);
                return;
            }
        }
    }

    private static int hash(String name) {
        int hash = name.hashCode();
        return hash ^ (hash >>> 16);
    }
}
