/** The plan's LDAP directory: a real one in a process of its own, in memory, with members as the plan keeps them. */
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Directory } from "@member-exchange/realm-config";
import { freePorts } from "../run/free-ports.ts";

const run = promisify(execFile);
const VERSION = "7.0.3";
const BASE = "dc=plan,dc=example";
const PEOPLE = `ou=people,${BASE}`;
const READER = { dn: "cn=reader", password: "reader-password" };

export interface Person {
  readonly uid: string;
  readonly password: string;
  readonly memberId?: string;
}

export interface TestDirectory {
  readonly settings: Directory;
  /** LDIF of one change, e.g. `delete: employeeNumber`. */
  readonly change: (uid: string, change: string) => Promise<void>;
  readonly stop: () => void;
}

const entry = ({ uid, password, memberId }: Person) =>
  [
    `dn: uid=${uid},${PEOPLE}`,
    "objectClass: inetOrgPerson",
    `uid: ${uid}`,
    `cn: ${uid}`,
    "givenName: Dora",
    "sn: Directory",
    `mail: ${uid}@plan.example`,
    `userPassword: ${password}`,
    ...(memberId ? [`employeeNumber: ${memberId}`] : []),
  ].join("\n");

/** @throws when the directory's jar cannot be had from Maven or the server does not start */
export async function startDirectory(people: readonly Person[]): Promise<TestDirectory> {
  const { TEST_JDK = "", DATA_DIR = "" } = process.env;
  const java = join(TEST_JDK, "bin/java");
  const folder = join(DATA_DIR, "directory");
  const jar = join(folder, `unboundid-ldapsdk-${VERSION}.jar`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(jar)) {
    const copy = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    const flags = ["-q", "-B", copy, `-Dartifact=com.unboundid:unboundid-ldapsdk:${VERSION}`, `-DoutputDirectory=${folder}`];
    await run("mvn", flags, { cwd: folder, env: { ...process.env, JAVA_HOME: TEST_JDK } });
  }
  const [port = 0] = await freePorts(1);
  const ldif = join(folder, `people-${port}.ldif`);
  const top = `dn: ${BASE}\nobjectClass: domain\ndc: plan\n\ndn: ${PEOPLE}\nobjectClass: organizationalUnit\nou: people`;
  writeFileSync(ldif, [top, ...people.map(entry)].join("\n\n"));
  const server = spawn(
    java,
    [
      ...["-Xmx64m", "-cp", jar, "com.unboundid.ldap.listener.InMemoryDirectoryServerTool", "--baseDN", BASE, "--port", String(port)],
      ...["--additionalBindDN", READER.dn, "--additionalBindPassword", READER.password, "--ldifFile", ldif],
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (text) => String(text).includes("Listening") && resolve());
    server.once("exit", (code) => reject(new Error(`the directory ended with ${code} at its start`)));
  });
  return {
    settings: {
      vendor: "other",
      url: `ldap://localhost:${port}`,
      startTls: false,
      bindDn: READER.dn,
      bindPassword: READER.password,
      usersDn: PEOPLE,
      usernameAttribute: "uid",
      uuidAttribute: "entryUUID",
      objectClasses: ["inetOrgPerson"],
      trustEmail: false,
      map: { memberId: "employeeNumber" },
    },
    change: async (uid, change) => {
      const file = join(folder, `change-${port}.ldif`);
      writeFileSync(file, `dn: uid=${uid},${PEOPLE}\nchangetype: modify\n${change}\n`);
      const bind = ["-h", "localhost", "-p", String(port), "-D", READER.dn, "-w", READER.password];
      await run(java, ["-Xmx64m", "-jar", jar, "ldapmodify", ...bind, "-f", file]);
    },
    stop: () => void server.kill(),
  };
}
