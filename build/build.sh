# shellcheck shell=bash
# Sourced by the launcher: builds the jar, its libraries and the start-up cache. Needs root.
# shellcheck disable=SC2154

target=$root/app/target
ready=$target/ready
java_options=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:-UsePerfData -XX:-CreateCoredumpOnCrash
  -XX:ErrorFile=/dev/null -Dfile.encoding=UTF-8 -Djava.awt.headless=true)

# Folders are newer, too, once a file in them came or went.
is_current() {
  [ -f "$ready" ] && [ -f "$target/afterword.jar" ] && [ -d "$target/lib" ] \
    && [ -z "$(find "$root/app/src/main" "$root/verifier/src/main" "$root/posts/src/main" "$root/app/pom.xml" "$root/verifier/pom.xml" "$root/posts/pom.xml" "$root/pom.xml" "$root/build/build.sh" \
      -newer "$ready" -print -quit)" ]
}

build() {
  need_maven || return 1
  if ! mkdir -p "$target" 2>/dev/null || ! [ -w "$target" ]; then
    echo "Afterword is not built here, and nothing can be written to $root/app; build it where you may write." >&2
    return 1
  fi
  if ! command -v flock >/dev/null 2>&1; then
    build_alone
    return
  fi
  (
    if ! flock -n 9; then
      echo 'Waiting for another start of Afterword, which is building it …' >&2
      flock 9
      is_current && exit 0
    fi
    build_alone
  ) 9>"$target/build.lock"
}

# The tests make the jar anew as well; then the cache no longer fits it.
is_trained() {
  [ -f "$target/train.log" ] && ! [ "$target/afterword.jar" -nt "$target/train.log" ]
}

build_alone() {
  printf 'Building Afterword (once; about a minute) … ' >&2
  local started=$target/build.started
  : > "$started"
  rm -rf "${target:?}/lib" "$ready" "$target/afterword.aot"
  if ! (cd "$root" && mvn -q -B -Dmaven.test.skip=true -pl app -am package) > "$target/build.log" 2>&1 9>&-; then
    printf 'failed.\n' >&2
    grep -m 12 '^\[ERROR\]' "$target/build.log" >&2
    echo "All of what the build said is in $target/build.log." >&2
    return 1
  fi
  train > "$target/train.log" 2>&1
  mv "$started" "$ready"
  printf 'done.\n' >&2
}

# Without the cache everything works, only the start is slower, so a failure here is no failure of the build.
# Linking classes ahead of time loads all of them at every start, and checks the signed jars: that was slower.
train() {
  local scratch
  scratch=$(mktemp -d) || return 0
  (cd "$scratch" && TMPDIR=$scratch "$JAVA_HOME/bin/java" "${java_options[@]}" "-Djava.io.tmpdir=$scratch" \
    -XX:-AOTClassLinking "-XX:AOTCacheOutput=$target/afterword.aot" \
    -cp "$target/afterword.jar:$target/lib/*" org.afterword.cli.Main train)
  rm -rf "$scratch"
}
