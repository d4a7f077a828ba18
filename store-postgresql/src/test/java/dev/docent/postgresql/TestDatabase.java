package dev.docent.postgresql;

import dev.docent.telegram.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL that runs as long as the tests do; each test has a schema of its own in it. */
final class TestDatabase {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable Throwable why;

  private TestDatabase() {}

  /** Where it can't be started the test is skipped, and that is said. */
  static synchronized EmbeddedPostgres server() {
    if (server == null && why == null) {
      try {
        server = EmbeddedPostgres.builder().start();
      } catch (IOException | RuntimeException e) {
        why = e;
        System.out.println("PostgreSQL can't be started here (" + e + "); what needs it is skipped");
      }
    }
    Assumptions.assumeTrue(server != null, "no PostgreSQL can be started here: " + why);
    return java.util.Objects.requireNonNull(server);
  }

  static String url() {
    return server().getJdbcUrl("postgres", "postgres");
  }

  static String newSchema() {
    return "test_" + SCHEMAS.incrementAndGet();
  }

  static Map<String, String> settings(String schema) {
    return settings(url(), schema);
  }

  static Map<String, String> settings(String url, String schema) {
    return new HashMap<>(Map.of("docent.postgresql.url", url, "docent.postgresql.user", "postgres",
        "docent.postgresql.schema", schema, "docent.postgresql.connections", "6", "docent.postgresql.lease", "2"));
  }

  static Store open(Map<String, String> settings, long bot) {
    return new PostgresqlStores().open(bot, name -> Optional.ofNullable(settings.get(name)));
  }

  static void execute(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
