package dev.docent.shell.line;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many words a command takes. More than that, and a line typed at the prompt is a question. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CommandWords {
  int max() default Integer.MAX_VALUE;

  /** What the first word is called, if there must be one. */
  String needed() default "";

  /** The option that stands in place of all words, if there is one. */
  String instead() default "";
}
