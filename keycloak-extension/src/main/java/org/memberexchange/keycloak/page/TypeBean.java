package org.memberexchange.keycloak.page;

import java.util.List;
import java.util.Set;
import org.memberexchange.keycloak.policy.RecordRow;

/** One kind of record: {@code scope} is the form's value, names divided by spaces; {@code parts} can be ticked one by one when there are several. */
public final class TypeBean {
  private final RecordRow row;
  private final String group;
  private final boolean chosen;
  private final boolean added;
  private final List<PartBean> parts;

  TypeBean(RecordRow row, String group, Set<String> chosen, Question question) {
    this.row = row;
    this.group = group;
    added = question.isNew(row.units());
    parts = row.parts().entrySet().stream().map(part -> new PartBean(part.getKey(), part.getValue(), chosen, question)).toList();
    this.chosen = row.isDivisible() ? parts.stream().anyMatch(PartBean::isChosen) : chosen.containsAll(row.names());
  }

  public String getType() {
    return row.type();
  }

  public String getGroup() {
    return group;
  }

  public String getScope() {
    return String.join(" ", row.names());
  }

  public boolean isChosen() {
    return chosen;
  }

  /** Whether there is more of the type than its parts: only who shares it all shares that. */
  public boolean isWhole() {
    return row.whole();
  }

  /** Whether anything of it was not asked for when the member last answered. */
  public boolean isAdded() {
    return added;
  }

  public List<PartBean> getParts() {
    return parts;
  }

  /** {@code category}: as the policy names it, {@code system|code}; {@code scope}: value of the field {@code part}. */
  public static final class PartBean {
    private final String category;
    private final Set<String> names;
    private final boolean chosen;
    private final boolean added;

    PartBean(String category, Set<String> names, Set<String> chosen, Question question) {
      this.category = category;
      this.names = names;
      this.chosen = chosen.containsAll(names);
      added = question.isNew(names);
    }

    public String getCategory() {
      return category;
    }

    public String getScope() {
      return String.join(" ", names);
    }

    public boolean isChosen() {
      return chosen;
    }

    public boolean isAdded() {
      return added;
    }
  }
}
