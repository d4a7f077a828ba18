package dev.docent.searchnode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/** One node; its HTTP port is written into a file when it listens. Ends when its standard input does. */
public final class SearchNode extends Node {

    private SearchNode(Settings settings, Path home, List<PluginInfo> plugins) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "node"),
                plugins, false);
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Files.createDirectories(home.resolve("config"));
        Settings.Builder settings = Settings.builder().put("path.home", home.toString())
                .put("cluster.name", "docent-test").put("node.name", args[1]).put("network.host", "127.0.0.1")
                .put("http.port", args[2]).put("transport.port", args[3]).put("transport.type", "netty4")
                .put("http.type", "netty4").put("node.processors", 2)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("cluster.initial_cluster_manager_nodes", args[4]).put("discovery.seed_hosts", args[5]);
        var node = new SearchNode(settings.build(), home,
                List.of(plugin("transport-netty4", "org.opensearch.transport.Netty4ModulePlugin"),
                        plugin("opensearch-knn", "org.opensearch.knn.plugin.KNNPlugin")));
        node.start();
        System.out.println("listening "
                + node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort());
        while (System.in.read() >= 0) {
            // Until whoever started it is gone.
        }
        Runtime.getRuntime().halt(0);
    }

    private static PluginInfo plugin(String name, String type) {
        return new PluginInfo(name, "of the class path", Version.CURRENT.toString(), Version.CURRENT, "21", type, null,
                List.of(), false);
    }
}
