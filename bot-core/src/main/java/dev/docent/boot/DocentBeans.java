package dev.docent.boot;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.DocentFactory;
import dev.docent.ModelCheck;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What the auto-configuration gives, for a client whose start can't wait until Spring has found it: the user's settings
 * file in the environment, the settings and Docent as beans, made at first use.
 */
public final class DocentBeans implements AutoCloseable {
  private final DocentFactory.Models models = new DocentFactory.Models();

  /** Begins to load the models: somebody is about to ask. */
  public void warmUp() {
    models.load();
  }

  /** Tells the models to end whatever they are at: to be called before what else a program has open is closed. */
  @Override
  public void close() {
    models.close();
  }

  /** Uses what models need once each, and tells how it is with it. */
  public List<ModelCheck> checkModels() {
    return models.check();
  }

  /** What damage in a part of the cache was mended lately, by the launcher, say; empty when none was. */
  public String mended(String part) {
    return models.mended(part);
  }

  /** @throws InvalidSettingException when the user's settings file can't be read */
  public void register(GenericApplicationContext context) {
    UserSettingsFile.addTo(context.getEnvironment(), UserFolders.current().settingsFile());
    context.registerBean(DocentSettings.class,
        () -> Binder.get(context.getEnvironment()).bindOrCreate("docent", DocentProperties.class).settings(),
        bean -> bean.setLazyInit(true));
    context.registerBean(DocentBeans.class, () -> this, bean -> bean.setLazyInit(true));
    context.registerBean(Docent.class, () -> DocentFactory.open(context.getBean(DocentSettings.class), models),
        bean -> bean.setLazyInit(true));
  }
}
