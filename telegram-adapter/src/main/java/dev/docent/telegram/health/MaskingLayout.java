package dev.docent.telegram.health;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.docent.telegram.api.TokenMask;

/** A line of the log without tokens, whoever wrote it and wherever in it they stand, stack traces included. */
public final class MaskingLayout extends PatternLayout {
  @Override
  public String doLayout(ILoggingEvent event) {
    return TokenMask.mask(super.doLayout(event));
  }
}
