package io.github.sre4j.examples.standin.nrql;

import java.util.Set;

/** The moments of SINCE, UNTIL and COMPARE WITH. */
final class TimeParser {
    private static final Set<String> DAYS =
            Set.of("today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Tokens in;

    TimeParser(Tokens in) {
        this.in = in;
    }

    TimePoint point() {
        Token token = in.next();
        if (token.kind() == Token.Kind.NUMBER) {
            if (in.peek().kind() == Token.Kind.WORD
                    && TimeUnit.of(in.peek().text()).isPresent()) {
                return agoOf(token);
            }
            return new TimePoint.Epoch((long) ExprParser.number(token));
        }
        if (token.kind() == Token.Kind.STRING) {
            return new TimePoint.Text(token.text());
        }
        if (token.is("now")) {
            return new TimePoint.Now();
        }
        if (token.is("this") || token.is("last")) {
            return new TimePoint.Period(token.is("last"), unit());
        }
        if (token.kind() == Token.Kind.WORD && DAYS.contains(token.lower())) {
            return new TimePoint.Day(
                    token.lower(),
                    in.accept("at") ? in.expect(Token.Kind.STRING).text() : null);
        }
        throw token.unexpected();
    }

    TimePoint.Ago ago() {
        return agoOf(in.expect(Token.Kind.NUMBER));
    }

    private TimePoint.Ago agoOf(Token amount) {
        TimeUnit unit = unit();
        in.expect("ago");
        return new TimePoint.Ago(ExprParser.number(amount), unit);
    }

    TimeUnit unit() {
        Token word = in.expect(Token.Kind.WORD);
        return TimeUnit.of(word.text()).orElseThrow(word::unexpected);
    }
}
