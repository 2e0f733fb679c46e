package farm;

import @persistence@.EntityManager;
import @persistence@.EntityManagerFactory;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Starts the farm, asks it once for everything, and prints what it took: {@code /path status statements answer}. */
@SpringBootApplication
public class Farm {

    private static final int ROWS = 30;

    public static void main(String[] paths) throws Exception {
        HttpServer calls = callees();
        System.setProperty("http.proxyHost", "localhost");
        System.setProperty("http.proxyPort", String.valueOf(calls.getAddress().getPort()));
        System.setProperty("http.nonProxyHosts", "localhost");
        try (ConfigurableApplicationContext farm = SpringApplication.run(Farm.class)) {
            EntityManagerFactory factory = farm.getBean(EntityManagerFactory.class);
            fill(factory);
            Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
            String port = farm.getBean(Environment.class).getProperty("local.server.port");
            HttpClient client = HttpClient.newHttpClient();
            for (String path : paths) {
                if (path.startsWith("create ")) {
                    change(factory, path);
                    System.out.println("RESULT /changed 200 1 " + path);
                    continue;
                }
                statistics.clear();
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
                System.out.println("RESULT " + path + " " + answer.statusCode() + " "
                        + statistics.getPrepareStatementCount() + " " + answer.body());
            }
        }
        System.exit(0);
    }

    private static void change(EntityManagerFactory factory, String sql) {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        manager.createNativeQuery(sql).executeUpdate();
        manager.getTransaction().commit();
        manager.close();
    }

    private static void fill(EntityManagerFactory factory) {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        for (long i = 1; i <= ROWS; i++) {
            Barn barn = new Barn(i);
            Owner owner = new Owner(i);
            Vet vet = new Vet(i);
            Bell bell = new Bell(i);
            Cow cow = new Cow(i);
            Pig pig = new Pig(i);
            cow.in(barn, owner, bell);
            pig.treatedBy(vet);
            for (Object each : new Object[] {barn, owner, vet, bell, cow, pig}) {
                manager.persist(each);
            }
            manager.flush();
            manager.createNativeQuery("insert into barn_tools (barn_id, tools) values (" + i + ", 'fork')").executeUpdate();
        }
        manager.getTransaction().commit();
        manager.close();
    }

    /** Both callees, which tell whether they were asked at the same time: each waits a while for the other. */
    private static HttpServer callees() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger days = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            String answer;
            try {
                both.countDown();
                answer = both.await(3, TimeUnit.SECONDS) ? "together" : "alone";
            } catch (InterruptedException e) {
                answer = "interrupted";
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.createContext("/today", exchange -> {
            byte[] bytes = ("day " + days.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
