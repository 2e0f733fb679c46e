package io.github.sre4j.trace.mask;

/** The check digit of card numbers (ISO/IEC 7812-1), which tells them from other long numbers nine times in ten. */
final class Luhn {

    private Luhn() {}

    static boolean holds(String text) {
        int sum = 0;
        boolean twice = false;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                int digit = (c - '0') * (twice ? 2 : 1);
                sum += digit > 9 ? digit - 9 : digit;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
