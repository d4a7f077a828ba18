package dev.docent.boot;

import dev.docent.Docent;
import dev.docent.DocentSettings;
import dev.docent.Docents;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What the auto-configuration gives, for a client whose start can't wait until Spring has found it: the user's settings
 * file in the environment, the settings and Docent as beans, made at first use.
 */
public final class DocentBeans implements AutoCloseable {
  private final Docents.Models models = new Docents.Models();

  /** Begins to load the models: somebody is about to ask. */
  public void warmUp() {
    models.load();
  }

  /** Waits until no model is being loaded any more: to be called before the program ends. */
  @Override
  public void close() {
    models.close();
  }

  /** @throws InvalidSettingException when the user's settings file can't be read */
  public void register(GenericApplicationContext context) {
    UserSettingsFile.addTo(context.getEnvironment(), UserFolders.current().settingsFile());
    context.registerBean(DocentSettings.class,
        () -> Binder.get(context.getEnvironment()).bindOrCreate("docent", DocentProperties.class).settings(),
        bean -> bean.setLazyInit(true));
    context.registerBean(Docent.class, () -> Docents.open(context.getBean(DocentSettings.class), models),
        bean -> bean.setLazyInit(true));
  }
}
