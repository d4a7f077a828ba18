package dev.docent.onnx;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.Optional;
import sun.misc.Signal;

/**
 * The end of a process where it stands: no hook runs, no destructor, nothing is freed. Java's own ways out all run the
 * destructors of native libraries.
 */
final class AbruptEnd {
  private AbruptEnd() {}

  /** Returns only on a system that has no such thing. */
  static void with(int code) {
    try {
      exit().invokeWithArguments(code);
    } catch (Throwable e) {
      kill();
    }
  }

  /** The C library's, through {@code java.lang.foreign}, which is there from 22 on; this is compiled for 21. */
  private static MethodHandle exit() throws ReflectiveOperationException {
    Class<?> linkers = foreign("Linker");
    Class<?> functions = foreign("FunctionDescriptor");
    Object linker = linkers.getMethod("nativeLinker").invoke(null);
    Object parameters = Array.newInstance(foreign("MemoryLayout"), 1);
    Array.set(parameters, 0, foreign("ValueLayout").getField("JAVA_INT").get(null));
    Object function = functions.getMethod("ofVoid", parameters.getClass()).invoke(null, parameters);
    Object names = linkers.getMethod("defaultLookup").invoke(linker);
    var symbol = (Optional<?>) foreign("SymbolLookup").getMethod("find", String.class).invoke(names, "_exit");
    Object options = Array.newInstance(foreign("Linker$Option"), 0);
    return (MethodHandle) linkers
        .getMethod("downcallHandle", foreign("MemorySegment"), functions, options.getClass())
        .invoke(linker, symbol.orElseThrow(), function, options);
  }

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  /** The system then sees another code, but no crash. */
  private static void kill() {
    try {
      Signal.raise(new Signal("KILL"));
    } catch (IllegalArgumentException e) {
      // This system has no signals.
    }
  }
}
