package dev.docent.telegram.question;

import dev.docent.Docent;
import dev.docent.ModelName;
import dev.docent.telegram.access.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model that answers: the one that was set, as long as its budget of the day lasts, else none. */
public final class BudgetedModel {
  private static final Logger LOG = LoggerFactory.getLogger(BudgetedModel.class);

  private final Docent docent;
  private final Limits limits;
  private final ModelName wanted;

  public BudgetedModel(Docent docent, Limits limits) {
    this.docent = docent;
    this.limits = limits;
    this.wanted = docent.model();
  }

  /** Takes one question from the budget; returns whether the budget is what keeps the model from answering. */
  synchronized boolean spent() {
    if (!wanted.remote()) {
      return false;
    }
    boolean left = limits.remote();
    ModelName now = left ? wanted : ModelName.OFFLINE;
    if (!docent.model().equals(now)) {
      LOG.info("questions are answered by {} from now on", now);
      docent.use(now);
    }
    return !left;
  }

  ModelName wanted() {
    return wanted;
  }
}
