package dev.docent.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code deploy/} holds can be understood by what reads it. Kubernetes' own types are the schema: what they have no
 * field for is a slip. Compose has none in Java, so the keys in use are listed here.
 */
class DeployFilesTest {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of("apps/v1 Deployment", Deployment.class,
      "v1 Service", Service.class, "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class, "v1 Secret",
      Secret.class);
  private static final Set<String> SERVICE = Set.of("image", "command", "environment", "secrets", "volumes",
      "healthcheck", "restart", "deploy", "depends_on", "expose", "read_only", "tmpfs", "cap_drop",
      "stop_grace_period");

  private static List<Object> documents(Path file) throws IOException {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var all = new ArrayList<Object>();
    new Yaml(new SafeConstructor(options)).loadAll(Files.readString(DEPLOY.resolve(file))).forEach(all::add);
    return all;
  }

  private static HasMetadata read(Map<?, ?> document) {
    String kind = document.get("apiVersion") + " " + document.get("kind");
    Class<? extends HasMetadata> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("a " + kind);
    }
    HasMetadata read = JSON.convertValue(document, type);
    nothingUnknown(kind, read);
    return read;
  }

  /** The types keep what they don't know, each in a map of its own. */
  private static void nothingUnknown(String where, Object value) {
    if (value instanceof Collection<?> all) {
      all.forEach(each -> nothingUnknown(where, each));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> nothingUnknown(where + "." + key, each));
    } else if (value != null && value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model.")
        && !value.getClass().isEnum()) {
      for (Method getter : value.getClass().getMethods()) {
        if (getter.getName().startsWith("get") && getter.getParameterCount() == 0
            && getter.getDeclaringClass() != Object.class) {
          Object held = held(getter, value);
          if (getter.getName().equals("getAdditionalProperties") && held instanceof Map<?, ?> unknown
              && !unknown.isEmpty()) {
            throw new IllegalArgumentException(where + " has no " + unknown.keySet());
          }
          nothingUnknown(where + "." + getter.getName().substring(3), held);
        }
      }
    }
  }

  private static Object held(Method getter, Object value) {
    try {
      return getter.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(getter.toString(), e);
    }
  }

  private static List<HasMetadata> manifests(String file) throws IOException {
    return documents(Path.of("kubernetes", file)).stream().map(document -> read((Map<?, ?>) document)).toList();
  }

  @Test
  void theManifestsAreOfKubernetesOwnTypesAndFitTogether() throws IOException {
    List<HasMetadata> all = manifests("docent.yaml");
    assertThat(all).extracting(HasMetadata::getKind)
        .containsExactly("Deployment", "Service", "PodDisruptionBudget");
    var deployment = (Deployment) all.get(0);
    var service = (Service) all.get(1);
    var budget = (PodDisruptionBudget) all.get(2);
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
    assertThat(labels).containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
        .containsAllEntriesOf(service.getSpec().getSelector())
        .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
    var container = deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    assertThat(container.getPorts()).extracting(port -> port.getName())
        .contains(service.getSpec().getPorts().getFirst().getTargetPort().getStrVal());
    assertThat(container.getReadinessProbe()).isNotNull();
    assertThat(container.getLivenessProbe()).isNotNull();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(deployment.getSpec().getTemplate().getSpec().getVolumes()).extracting(volume -> volume.getName())
        .containsAll(container.getVolumeMounts().stream().map(mount -> mount.getName()).toList());
  }

  @Test
  void theSecretsTemplateHoldsNoneAndNamesWhatTheDeploymentReads() throws IOException {
    var secret = (Secret) manifests("secret.yaml").getFirst();
    assertThat(secret.getStringData().values()).allMatch(String::isEmpty);
    String deployment = Files.readString(DEPLOY.resolve("kubernetes").resolve("docent.yaml"));
    assertThat(secret.getStringData().keySet()).allMatch(key -> deployment.contains("/run/secrets/docent/" + key));
    assertThat(deployment).contains("secretName: " + secret.getMetadata().getName());
  }

  @Test
  void aSlipIsFound() throws IOException {
    String text = Files.readString(DEPLOY.resolve("kubernetes").resolve("docent.yaml"))
        .replace("readinessProbe", "readynessProbe");
    Object first = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).iterator().next();
    assertThatThrownBy(() -> read((Map<?, ?>) first)).hasMessageContaining("readynessProbe");
  }

  @Test
  void whatComposeStartsIsNamedAndItsSecretsAreThere() throws IOException {
    var compose = (Map<?, ?>) documents(Path.of("compose.yaml")).getFirst();
    assertThat(compose.keySet()).allMatch(Set.of("services", "volumes", "secrets")::contains);
    Map<?, ?> services = Objects.requireNonNull((Map<?, ?>) compose.get("services"));
    Map<?, ?> secrets = Objects.requireNonNull((Map<?, ?>) compose.get("secrets"));
    services.values().forEach(each -> {
      var service = (Map<?, ?>) each;
      assertThat(service.keySet()).allMatch(SERVICE::contains);
      assertThat((List<?>) service.get("secrets")).allMatch(secrets::containsKey);
      if (service.get("depends_on") instanceof Map<?, ?> needed) {
        assertThat(needed.keySet()).allMatch(services::containsKey);
      }
    });
  }
}
