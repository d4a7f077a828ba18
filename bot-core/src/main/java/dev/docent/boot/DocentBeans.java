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
public final class DocentBeans {
  private DocentBeans() {}

  /**
   * @param warm whether somebody is about to ask: the models then begin to load before the index is opened
   * @throws InvalidSettingException when the user's settings file can't be read
   */
  public static void register(GenericApplicationContext context, boolean warm) {
    UserSettingsFile.addTo(context.getEnvironment(), UserFolders.current().settingsFile());
    context.registerBean(DocentSettings.class,
        () -> Binder.get(context.getEnvironment()).bindOrCreate("docent", DocentProperties.class).settings(),
        bean -> bean.setLazyInit(true));
    context.registerBean(Docent.class, () -> Docents.open(context.getBean(DocentSettings.class), warm),
        bean -> bean.setLazyInit(true));
  }
}
