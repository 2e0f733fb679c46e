package io.github.sre4j.examples.standin.misbehave;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is to go wrong next. The first misbehaviour with requests left applies; one without a number applies for good. */
public final class FaultPlan {
    private static final class Item {
        final Fault misbehaviour;
        int left;

        Item(Fault misbehaviour) {
            this.misbehaviour = misbehaviour;
            this.left = misbehaviour.requests();
        }
    }

    private final List<Item> items = new ArrayList<>();

    public synchronized void add(Fault misbehaviour) {
        if (misbehaviour.requests() > 0) {
            items.add(new Item(misbehaviour));
        }
    }

    public synchronized void clear() {
        items.clear();
    }

    /** What applies to the request that is being answered; uses one of its requests up. Empty for good behaviour. */
    public synchronized List<Fault> next() {
        Iterator<Item> iterator = items.iterator();
        if (!iterator.hasNext()) {
            return List.of();
        }
        Item item = iterator.next();
        if (item.left != Integer.MAX_VALUE && --item.left == 0) {
            iterator.remove();
        }
        return List.of(item.misbehaviour);
    }
}
