package store;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * A HAPI FHIR JPA R4 server on the loopback address: Spring, embedded Jetty and one H2 file.
 *
 * <p>System properties: {@code store.port} (required), {@code store.database} (required, path without suffix).
 */
public final class Store {

  private static final int THREADS = 24;

  private Store() {}

  public static void main(String[] arguments) throws Exception {
    var context = new AnnotationConfigApplicationContext();
    context.setAllowBeanDefinitionOverriding(true);
    context.setAllowCircularReferences(true);
    context.register(StoreConfiguration.class);
    context.refresh();

    var server = new Server(new QueuedThreadPool(THREADS));
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.getInteger("store.port"));
    server.addConnector(connector);

    var handler = new ServletContextHandler("/");
    var servlet = new ServletHolder(fhir(context));
    servlet.setInitOrder(1);
    handler.addServlet(servlet, "/fhir/*");
    handler.addFilter(new FilterHolder(new WholeAnswer()), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(handler);

    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        server.stop();
      } catch (Exception stopping) {
        System.err.println("Jetty did not stop cleanly: " + stopping);
      } finally {
        context.close();
      }
    }));
    server.start();
    StoreConfiguration.schemaIsComplete();
    System.out.println("The FHIR store listens on http://127.0.0.1:" + connector.getLocalPort() + "/fhir");
    server.join();
  }

  private static RestfulServer fhir(AnnotationConfigApplicationContext context) {
    IFhirSystemDao<?, ?> system = context.getBean(IFhirSystemDao.class);
    var fhir = new RestfulServer(system.getContext());
    fhir.registerProviders(context.getBean(ResourceProviderFactory.class).createProviders());
    fhir.registerProvider(context.getBean(IJpaSystemProvider.class));
    var capabilities = new JpaCapabilityStatementProvider(
        fhir, system, context.getBean(JpaStorageSettings.class),
        context.getBean(ISearchParamRegistry.class), context.getBean(IValidationSupport.class));
    capabilities.setImplementationDescription("HAPI FHIR JPA R4 store of the demo");
    fhir.setServerConformanceProvider(capabilities);
    fhir.setDefaultResponseEncoding(EncodingEnum.JSON);
    fhir.setDefaultPrettyPrint(false);
    fhir.setPagingProvider(context.getBean(DatabaseBackedPagingProvider.class));
    return fhir;
  }
}
