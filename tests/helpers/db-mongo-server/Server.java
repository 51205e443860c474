import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

/** A server for tests that speaks MongoDB's protocol and keeps its data in one file. It ends with its standard input. */
class Server {
  public static void main(String[] args) throws Exception {
    MongoServer server = new MongoServer(new H2Backend(args[0]));
    System.out.println("port " + server.bind().getPort());
    while (System.in.read() >= 0) {}
    server.shutdownNow();
  }
}
