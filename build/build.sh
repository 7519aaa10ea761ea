# Sourced by the launcher: builds the jar, its libraries and the start-up cache. Needs root, target, ready.

options="--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:-UsePerfData -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null -Dfile.encoding=UTF-8 -Djava.awt.headless=true"

build() {
  need_maven || return 1
  mkdir -p "$target"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$target/build.lock"
    flock 9
    is_current && return 0
  fi
  printf 'Building Afterword (once; about a minute) … ' >&2
  local started=$target/build.started
  : > "$started"
  rm -rf "$target/lib"
  if ! (cd "$root" && mvn -q -B -DskipTests -pl app -am package) > "$target/build.log" 2>&1; then
    printf 'failed.\n' >&2
    grep -m 12 '^\[ERROR\]' "$target/build.log" >&2
    echo "All of what the build said is in $target/build.log." >&2
    return 1
  fi
  echo "$options" > "$target/java.options"
  rm -f "$target/afterword.aot"
  train > "$target/train.log" 2>&1
  printf '%s' "$JAVA_HOME" > "$ready"
  touch -r "$started" "$ready"
  printf 'done.\n' >&2
}

# Without the cache everything works, only the start is slower, so a failure here is no failure of the build.
train() {
  local scratch
  scratch=$(mktemp -d) || return 0
  (cd "$scratch" && "$JAVA_HOME/bin/java" $options "-XX:AOTCacheOutput=$target/afterword.aot" \
    -cp "$target/afterword.jar:$target/lib/*" org.afterword.cli.Main train)
  rm -rf "$scratch"
}
