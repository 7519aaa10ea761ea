#!/usr/bin/env bash
# Tests of the launcher that need no build: they start a copy of it, in which Maven and Java are stand-ins that say
# how they were called.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
failures=0

check() { # WHAT EXPECTED GOT
  case $3 in
    *"$2"*) ;;
    *) failures=$((failures + 1)); printf 'launcher: %s: expected "%s", got "%s"\n' "$1" "$2" "$3" >&2 ;;
  esac
}

for script in "$here/afterword" "$here/afterword-spark" "$here/test" "$here"/build/*.sh; do
  bash -n "$script" || failures=$((failures + 1))
done

# A JDK and a Maven that only say that they were called; a clone in a folder with a blank and an accent.
stand_in_jdk() { # FOLDER VERSION
  mkdir -p "$1/bin"
  printf 'JAVA_VERSION="%s"\n' "$2" > "$1/release"
  printf '#!/bin/sh\necho "java %s: $*; locale ${LC_ALL:-as it was}"\n' "$2" > "$1/bin/java"
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}
stand_in_jdk "$work/jdks/new" 25.0.1
stand_in_jdk "$work/jdks/old" 17.0.2
stand_in_jdk "$work/jdks/early" 26-ea
clone="$work/a clone, là"
mkdir -p "$clone/app/src/main/java" "$clone/verifier/src/main" "$clone/posts/src/main" "$work/bin"
cp -R "$here/afterword" "$here/build" "$clone/"
touch "$clone/pom.xml" "$clone/app/pom.xml" "$clone/verifier/pom.xml" "$clone/posts/pom.xml" "$clone/app/src/main/java/A.java"
cat > "$work/bin/mvn" <<'MVN'
#!/bin/sh
sleep 0.3
echo built >> "$BUILDS"
[ ! -e "$BUILDS.broken" ] || { echo "[ERROR] it does not compile"; exit 1; }
mkdir -p app/target/lib
touch app/target/afterword.jar
MVN
chmod +x "$work/bin/mvn"
export BUILDS=$work/builds
builds() { if [ -f "$BUILDS" ]; then wc -l < "$BUILDS" | tr -d ' '; else echo 0; fi; }
start() { PATH="$work/bin:$PATH" JAVA_HOME="$work/jdks/new" "$clone/afterword" "$@" 2>&1; }
# The clock of a file system may tick slowly: what changes must be later than what was built.
later() { sleep 0.02; }

found() { ( . "$here/build/jdk.sh"; jdk_places=("$@"); find_jdk 2>&1 && echo "$JAVA_HOME" ); }
check 'JAVA_HOME' "$work/jdks/new" "$(JAVA_HOME=$work/jdks/new PATH=/usr/bin:/bin found)"
check 'a wrong JAVA_HOME' "$work/jdks/new" "$(JAVA_HOME=$work/nowhere PATH=/usr/bin:/bin found "$work/jdks/old" "$work/jdks/new")"
check 'an old JAVA_HOME' "$work/jdks/early" "$(JAVA_HOME=$work/jdks/old PATH=/usr/bin:/bin found "$work/jdks/early")"
check 'none' 'please install one' "$(JAVA_HOME='' PATH=$work found "$work/jdks/old")"
check 'no HOME' "$work/jdks/new" "$(unset HOME; JAVA_HOME=$work/jdks/new found)"

check 'no Maven' 'please install it' "$(mkdir "$work/tools"; for t in bash dirname readlink find mkdir sed; do
  ln -s "$(command -v $t)" "$work/tools/$t"; done
  PATH="$work/tools" JAVA_HOME="$work/jdks/new" "$clone/afterword" --version 2>&1)"

start --version > "$work/one" & start --version > "$work/two"; wait
check 'first start' 'java 25.0.1' "$(cat "$work/one")"
check 'first start, at the same time' 'java 25.0.1' "$(cat "$work/two")"
check 'two first starts build' 1 "$(builds)"
check 'arguments' "Main add a b  c" "$(start add 'a b ' c)"
check 'no locale' 'locale C.UTF-8' "$(unset LC_ALL LC_CTYPE LANG; start x)"
check 'the locale of C' 'locale C.UTF-8' "$(LC_ALL=C start x)"
check 'another locale' 'locale as it was' "$(unset LC_ALL LC_CTYPE; LANG=de_DE.UTF-8 start x)"
start x > "$work/log"; check 'a second start builds nothing' 1 "$(builds)"

check 'a bound for memory' '-Xmx512M' "$(start posts a --memory 512M)"
check 'a bound for memory, the other way' '-Xmx2g' "$(start posts a --memory=2g)"
check 'a workbench' '-XX:MaxNewSize=160m' "$(start serve a)"
case $(start posts a --window 60m; start add 512M --memory 512M) in *-Xmx*) check 'no bound' none '-Xmx' ;; esac

ln -s "$clone/afterword" "$work/link"; ln -s ../link "$work/bin/link2"
check 'a link to a link, from another folder' 'java 25.0.1' \
  "$(cd / && PATH="$work/bin:$PATH" JAVA_HOME="$work/jdks/new" "$work/bin/link2" x 2>&1)"
check 'which builds nothing' 1 "$(builds)"

later; echo >> "$clone/app/src/main/java/A.java"; start x > "$work/log"; check 'a changed file builds' 2 "$(builds)"
later; touch -t 200001010000 "$clone/app/src/main/java/B.java"; start x > "$work/log"; check 'a new file builds' 3 "$(builds)"
later; rm "$clone/app/src/main/java/B.java"; start x > "$work/log"; check 'a deleted file builds' 4 "$(builds)"

later; touch "$clone/pom.xml" "$BUILDS.broken"
check 'a broken build' 'it does not compile' "$(start x)"
start x > "$work/log" && check 'a broken build' 'exit code 1' 0
rm "$BUILDS.broken"
check 'mended' 'java 25.0.1' "$(start x)"

chmod -R a-w "$clone"
before=$(builds)
check 'read-only, already built' 'java 25.0.1' "$(start x)"
check 'which builds nothing' "$before" "$(builds)"

[ "$failures" = 0 ] && echo "The launcher's tests passed."
[ "$failures" = 0 ]
