package dev.docent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void theXdgVariablesDecide() {
    UserFolders folders = UserFolders.of(
        Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_STATE_HOME", "/s"), HOME);

    assertThat(folders.settingsFile()).isEqualTo(Path.of("/c/docent/docent.yaml"));
    assertThat(folders.data()).isEqualTo(Path.of("/d/docent"));
    assertThat(folders.state()).isEqualTo(Path.of("/s/docent"));
  }

  @Test
  void aRelativeVariableIsIgnored() {
    assertThat(UserFolders.of(Map.of("XDG_DATA_HOME", "data", "XDG_CONFIG_HOME", ""), HOME))
        .isEqualTo(UserFolders.of(Map.of(), HOME));
  }
}
