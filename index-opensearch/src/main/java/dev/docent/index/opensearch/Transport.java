package dev.docent.index.opensearch;

import dev.docent.index.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Connections to the server: who asks, whom it trusts, how long it waits. */
final class Transport {
  private static final int CONNECTIONS = 32;

  private Transport() {}

  static OpenSearchTransport to(OpenSearchSettings settings) {
    URI url = settings.url();
    int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    var host = new HttpHost(url.getScheme(), url.getHost(), port);
    SSLContext tls = tls(settings);
    int millis = (int) settings.timeout().toMillis();
    String path = url.getPath() == null || url.getPath().equals("/") ? "" : url.getPath();
    var builder = ApacheHttpClient5TransportBuilder.builder(host).setMapper(new JacksonJsonpMapper());
    if (!path.isEmpty()) {
      builder.setPathPrefix(path);
    }
    return builder
        .setRequestConfigCallback(config -> config.setResponseTimeout(millis, TimeUnit.MILLISECONDS)
            .setConnectionRequestTimeout(millis, TimeUnit.MILLISECONDS))
        .setHttpClientConfigCallback(client -> {
          String user = settings.user();
          String password = settings.password();
          if (user != null && password != null) {
            var known = new BasicCredentialsProvider();
            known.setCredentials(new AuthScope(host), new UsernamePasswordCredentials(user, password.toCharArray()));
            client.setDefaultCredentialsProvider(known);
          }
          return client.setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
              .setMaxConnTotal(CONNECTIONS)
              .setMaxConnPerRoute(CONNECTIONS)
              .setDefaultConnectionConfig(ConnectionConfig.custom()
                  .setConnectTimeout(Math.min(millis, 10_000), TimeUnit.MILLISECONDS)
                  .setSocketTimeout(millis, TimeUnit.MILLISECONDS)
                  .build())
              .setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(tls).buildAsync())
              .build());
        })
        .build();
  }

  private static SSLContext tls(OpenSearchSettings settings) {
    try {
      var keys = settings.certificate() == null ? null : keys(settings.certificate(), settings.password());
      var trust = settings.authority() == null ? null : trust(settings.authority());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys == null ? null : keys.getKeyManagers(), trust == null ? null : trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IndexException("the certificates for " + settings.url() + " can't be used (" + e.getMessage()
          + "). Check docent.opensearch.certificate, its password and docent.opensearch.authority.", e);
    }
  }

  private static KeyManagerFactory keys(Path file, @org.jspecify.annotations.Nullable String password)
      throws GeneralSecurityException, IOException {
    char[] secret = password == null ? new char[0] : password.toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, secret);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, secret);
    return keys;
  }

  private static TrustManagerFactory trust(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      int n = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + n++, one);
      }
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust;
  }
}
