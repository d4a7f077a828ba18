package dev.docent.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.docent.boot.InvalidSettingException;
import dev.docent.telegram.store.Store;
import dev.docent.telegram.store.StoreException;
import dev.docent.telegram.store.StoreProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Stores in PostgreSQL: {@code docent.store=postgresql}. */
public final class PostgresqlStores implements StoreProvider {
  /** Seconds until a server that doesn't answer counts as gone. */
  private static final int CONNECT = 5;
  private static final int ANSWER = 20;
  private static final long WAIT_MILLIS = 3_000;

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Store open(long bot, Function<String, Optional<String>> settings) {
    PostgresqlSettings read = PostgresqlSettings.of(settings);
    PGSimpleDataSource source = source(read);
    look(source, read);
    migrate(source, read);
    return PostgresqlStore.begin(pool(source, read), read, bot);
  }

  private static PGSimpleDataSource source(PostgresqlSettings settings) {
    var source = new PGSimpleDataSource();
    try {
      source.setUrl(settings.url());
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException("docent.postgresql.url", "is no address PostgreSQL's driver understands");
    }
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
    }
    if (!settings.password().isEmpty()) {
      source.setPassword(settings.password());
    }
    source.setCurrentSchema(settings.schema());
    source.setApplicationName("docent");
    source.setConnectTimeout(CONNECT);
    source.setSocketTimeout(ANSWER);
    source.setTcpKeepAlive(true);
    return source;
  }

  /** One connection, for words about what is wrong. */
  private static void look(PGSimpleDataSource source, PostgresqlSettings settings) {
    try (Connection one = source.getConnection()) {
      int version = one.getMetaData().getDatabaseMajorVersion();
      if (version < 12) {
        throw new InvalidSettingException("docent.postgresql.url",
            settings + " is PostgreSQL " + version + "; it has to be 12 or later");
      }
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (state.startsWith("28")) {
        throw new InvalidSettingException("docent.postgresql.user",
            "the database " + settings + " refuses the user or the password (" + firstLine(e) + ")");
      }
      if (state.startsWith("3D")) {
        throw new InvalidSettingException("docent.postgresql.url", firstLine(e) + "; create it first");
      }
      throw new StoreException("the database " + settings + " can't be reached (" + firstLine(e) + ")", e);
    }
  }

  private static void migrate(PGSimpleDataSource source, PostgresqlSettings settings) {
    try {
      Flyway.configure(PostgresqlStores.class.getClassLoader())
          .dataSource(source)
          .schemas(settings.schema())
          .locations("classpath:dev/docent/postgresql/migrations")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException("the tables in " + settings + " can't be brought up to date ("
          + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
          + "); the user has to be allowed to create the"
          + " schema " + settings.schema() + ", and an older Docent can't use the tables of a newer", e);
    }
  }

  private static HikariDataSource pool(PGSimpleDataSource source, PostgresqlSettings settings) {
    var config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("docent");
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setAutoCommit(false);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
