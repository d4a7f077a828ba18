package dev.docent.shell;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/** Knows no messages: Docent's words stand where they are said. */
final class NoMessages implements MessageSource {

  @Override
  public @Nullable String getMessage(String code, Object @Nullable [] arguments, @Nullable String otherwise,
      @Nullable Locale locale) {
    return otherwise;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    throw new NoSuchMessageException(code);
  }

  @Override
  public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
    throw new NoSuchMessageException(Objects.toString(resolvable.getDefaultMessage()));
  }
}
