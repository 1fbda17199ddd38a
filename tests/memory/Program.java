// The program whose memory run.py searches. Reads its task, and then a line, from standard input.
import io.github.infisicale2ee.BlockingClient;
import io.github.infisicale2ee.Client;
import io.github.infisicale2ee.ClientBuilder;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class Program {
    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        List<Object> kept = use(lines.readLine());
        System.out.println("ready");
        lines.readLine();
        for (Object one : kept) {
            if (one instanceof BlockingClient client) {
                client.close();
            }
        }
        kept.clear();
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(100);
        }
        System.out.println("ended");
        lines.readLine();
    }

    /** Everything that the program keeps until the end. */
    private static List<Object> use(String task) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(field(task, "credential"));
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] ^= 0x5a;
        }
        String credential = new String(bytes);
        java.util.Arrays.fill(bytes, (byte) 0);
        List<Object> kept = new ArrayList<>(List.of(credential));
        String kind = field(task, "kind");
        if (kind.equals("control")) {
            return kept;
        }
        String project = field(task, "project");
        ClientBuilder builder =
                Client.builder().baseUrl(field(task, "url")).project(project).environment("dev");
        if (kind.equals("token")) {
            builder.token(credential);
        } else {
            builder.user(field(task, "email"), credential);
        }
        BlockingClient client = builder.build().blocking();
        kept.add(client);
        kept.add(client.projects().openKey(project));
        kept.add(client.secrets().get(field(task, "secret")));
        return kept;
    }

    /** The text of a field of JSON without escapes. */
    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile('"' + name + "\": \"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException(name);
        }
        return matcher.group(1);
    }
}
