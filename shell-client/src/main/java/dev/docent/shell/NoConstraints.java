package dev.docent.shell;

import jakarta.validation.Configuration;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.spi.BootstrapState;
import jakarta.validation.spi.ConfigurationState;
import jakarta.validation.spi.ValidationProvider;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * The validation provider of this program: it finds nothing to object to. Spring Shell validates the parameters of every
 * command and would start Hibernate Validator for it; the commands' parameters bear no constraints.
 */
public final class NoConstraints implements ValidationProvider<NoConstraints.Unset> {

  /** A configuration with nothing to be set. */
  public interface Unset extends Configuration<Unset> {}

  static Validator validator() {
    var executables = proxy(ExecutableValidator.class, Set.of());
    return proxy(Validator.class, executables);
  }

  @Override
  public Unset createSpecializedConfiguration(BootstrapState state) {
    return proxy(Unset.class, buildValidatorFactory());
  }

  @Override
  public Configuration<?> createGenericConfiguration(BootstrapState state) {
    return proxy(Unset.class, buildValidatorFactory());
  }

  @Override
  public ValidatorFactory buildValidatorFactory(ConfigurationState state) {
    return buildValidatorFactory();
  }

  private static ValidatorFactory buildValidatorFactory() {
    return proxy(ValidatorFactory.class, validator());
  }

  private static <T> T proxy(Class<T> type, Object answer) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, arguments) -> {
      if (method.getReturnType().isInstance(answer)) {
        return answer;
      }
      throw new UnsupportedOperationException(method.getName());
    }));
  }
}
