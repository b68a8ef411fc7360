package org.memberexchange.keycloak.page;

import java.util.List;
import org.keycloak.models.ClientModel;

/** What {@code choose-person.ftl} gets (docs/contracts.md, section 4), under the same rules as {@link AuthorizationBean}. */
public final class PersonChoiceBean {
  private final ClientBean client;
  private final List<ChoiceBean> people;
  private final String problem;

  PersonChoiceBean(ClientModel client, List<Question> questions, String problem) {
    this.client = new ClientBean(client);
    people = questions.stream().map(ChoiceBean::new).toList();
    this.problem = problem;
  }

  public ClientBean getClient() {
    return client;
  }

  public List<ChoiceBean> getPeople() {
    return people;
  }

  public String getProblem() {
    return problem;
  }

  /** One person; {@code connected}: the app already has an authorization for them. */
  public static final class ChoiceBean {
    private final Question question;

    ChoiceBean(Question question) {
      this.question = question;
    }

    public String getValue() {
      return question.person().patientId();
    }

    public String getName() {
      return question.person().personName();
    }

    public String getRelationship() {
      return question.person().kind();
    }

    public boolean isConnected() {
      return question.earlier().isPresent();
    }
  }
}
