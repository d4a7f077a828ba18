package dev.docent.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** ONNX Runtime in this process: one for all models, for as long as the process lives. */
final class Environment {
  private static final System.Logger LOG = System.getLogger(Environment.class.getName());

  private Environment() {}

  /** Its library must be in place. What goes wrong is thrown; the runtime itself says nothing on standard error. */
  static OrtEnvironment get() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    Kept.touch();
    return environment;
  }

  /**
   * The runtime frees its environment in a shutdown hook of its own, beside all other hooks and under whatever runs. It
   * counts who uses the environment, though: one more user, who never gives it back, and the hook frees nothing.
   */
  private static final class Kept {
    static {
      try {
        Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
        api.setAccessible(true);
        Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
        create.setAccessible(true);
        create.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL.getValue(), "docent");
      } catch (ReflectiveOperationException | RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "ONNX Runtime can't be kept from ending under its runs", e);
      }
    }

    static void touch() {}
  }
}
