package io.github.sre4j.examples.standin.collector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/** A certificate for 127.0.0.1, signed by itself, made anew at each start by the JDK's {@code keytool}. */
record LoopbackCertificate(SSLServerSocketFactory sockets, Path pem) {
    private static final String ALIAS = "standin";

    /**
     * Makes one.
     *
     * @param folder where the key store and the certificate go
     */
    static LoopbackCertificate make(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("collector.p12");
        // A password for the moment: the key is worth nothing beyond this process, yet it need not stand on a command
        // line.
        String password = UUID.randomUUID().toString();
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=sre4j stand-in",
                        "-ext",
                        "SAN=IP:127.0.0.1,DNS:localhost",
                        "-ext",
                        "BC=ca:true",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:file",
                        passwordFile.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no certificate for the collector: " + said.strip());
        }
        Files.delete(passwordFile);
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            Path pem = Files.writeString(folder.resolve("collector.pem"), pem(keys.getCertificate(ALIAS)));
            return new LoopbackCertificate(context.getServerSocketFactory(), pem);
        } catch (GeneralSecurityException e) {
            throw new IOException("the collector's certificate cannot be used: " + e.getMessage(), e);
        }
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
