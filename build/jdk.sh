# shellcheck shell=bash
# Sourced by the scripts beside it: finds a JDK of at least 25 and sets JAVA_HOME, for Maven as well.

jdk_is_new_enough() { # HOME
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local version=""
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  fi
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

# Where Linux distributions and installers put JDKs.
jdk_places=(/usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk*
  "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/*
  "${HOME:-}"/.local/share/mise/installs/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home)

find_jdk() {
  local candidate on_path
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for candidate in "${JAVA_HOME:-}" "$on_path" "${jdk_places[@]}"; do
    if [ -n "$candidate" ] && jdk_is_new_enough "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "Afterword needs a Java development kit (JDK) of version 25 or newer; please install one, for example 'apt install openjdk-25-jdk' or Temurin from adoptium.net, or set JAVA_HOME to where it is." >&2
  return 1
}

need_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  echo "Afterword is built with Apache Maven, which is not installed here; please install it, for example 'apt install maven'." >&2
  return 1
}
