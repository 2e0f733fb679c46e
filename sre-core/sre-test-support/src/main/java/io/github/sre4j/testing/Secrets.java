package io.github.sre4j.testing;

import java.util.List;

/** Texts with a secret or personal value in them, made up, for every test that something leaves without it. */
public final class Secrets {

    private Secrets() {}

    /**
     * A text and what must not be left of it.
     *
     * @param text the text as telemetry has it
     * @param secret the part that must not be seen
     */
    public record Secret(String text, String secret) {}

    /** Returns what must be hidden wherever it stands. */
    public static List<Secret> all() {
        return List.of(
                new Secret("mail to taro.yamada@example.co.jp failed", "taro.yamada@example.co.jp"),
                new Secret("mail to o'brien+tag@exämple.de failed", "brien+tag"),
                new Secret("user=taro%40example.org&x", "taro%40example.org"),
                new Secret("Authorization: Bearer a1B2c3D4e5F6g7H8", "a1B2c3D4e5F6g7H8"),
                new Secret("authorization is Basic dGFybzpob3JzZQ==", "dGFybzpob3JzZQ"),
                new Secret(
                        "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmN",
                        "eyJzdWIiOiIxMjM0NTY3ODkwIn0"),
                new Secret("jwt eyJhbGciOiJIUzI1NiJ9 alone", "eyJhbGciOiJIUzI1NiJ9"),
                new Secret("password=hunter2horse", "hunter2horse"),
                new Secret("the password is hunter2horse", "hunter2horse"),
                new Secret("password => hunter2horse", "hunter2horse"),
                new Secret("db.password_value: hunter2horse", "hunter2horse"),
                new Secret("{\"api_key\": \"swordfish99\"}", "swordfish99"),
                new Secret("{\\\"apiKey\\\":\\\"swordfish99\\\"}", "swordfish99"),
                new Secret("license_key=swordfish99", "swordfish99"),
                new Secret("X-Signature: swordfish99", "swordfish99"),
                new Secret("otp=482913", "482913"),
                new Secret("cvc: 737", "737"),
                new Secret("paid with 4111 1111 1111 1111", "4111 1111 1111 1111"),
                new Secret("paid with 4111111111111111", "4111111111111111"),
                new Secret("amex 3782-822463-10005", "822463"),
                new Secret("from 203.0.113.77", "203.0.113.77"),
                new Secret("host ip-10-1-2-3.eu-west-1.compute.internal", "10-1-2-3"),
                new Secret("from 2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::8a2e:370:7334"),
                new Secret("key NRAK-ABCDEFGHIJKLMNOPQRSTUVWXYZ1", "ABCDEFGHIJKLMNOPQRSTUVWXYZ1"),
                new Secret("licence 0123456789abcdef0123456789abcdefCANANRAL", "0123456789abcdef0123456789abcdef"),
                new Secret("pushed ghp_abcdefghijklmnopqrstuvwxyz0123456789", "abcdefghijklmnopqrstuvwxyz0123456789"),
                new Secret("xapp-1-A0123456789-abcdef", "A0123456789"),
                new Secret("charged by sk_live_a1B2c3D4e5", "a1B2c3D4e5"),
                new Secret("model sk-proj-a1B2c3D4e5F6g7H8i9", "a1B2c3D4e5F6g7H8i9"),
                new Secret("aws AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
                new Secret("https://hooks.slack.com/services/T0AB/B0CD/a1B2c3D4", "a1B2c3D4"),
                new Secret("jdbc:postgresql://admin:s3cr3tpw@db/shop", "s3cr3tpw"),
                new Secret("GET https://shop.example/a/b?id=Yamada&x=1 failed", "Yamada"),
                new Secret("https://a.example/cb#access_token=swordfish99", "swordfish99"),
                new Secret("/shop;jsessionid=0A1B2C3D4E5F60718293", "0A1B2C3D4E5F60718293"),
                new Secret("-----BEGIN CERTIFICATE-----\nMIIBcanary+/=\n-----END CERTIFICATE-----", "MIIBcanary"),
                new Secret("call +81 90-1234-5678", "90-1234-5678"),
                new Secret("call 03-1234-5678 now", "03-1234-5678"),
                new Secret(
                        "Set-Cookie: JSESSIONID=0A1B2C3D4E5F60718293A4B5C6D7E8F9", "0A1B2C3D4E5F60718293A4B5C6D7E8F9"));
    }
}
