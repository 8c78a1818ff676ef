#!/usr/bin/env bash
# Makes every model of models/ again, in the order of training/README.md, two trainings at once. What OUT already holds is not made again, so a recipe that was
# stopped goes on where it was. usage: training/recipe.sh [--small] DATA OUT
#   DATA  treebank/ raw/ names/ attribution/polnear/ plover/ and, for names.bin, lists/ (made by training/lists.mjs)
#   OUT   a folder for the models and what they are made from
#   --small  a few hundred sentences, tiny readers and one round: minutes, to see that every step runs
set -euo pipefail
small=0
[ "${1:-}" = --small ] && { small=1; shift; }
[ $# = 2 ] || { sed -n 4,8p "$0"; exit 2; }
data=$(realpath "$1") root=$(realpath "$(dirname "$0")/..")
mkdir -p "$2"
out=$(realpath "$2")
dotnet build -c Release -v q "$root/training/Chancery.Training" || exit 1
train="$root/training/Chancery.Training/bin/Release/net10.0/Chancery.Training.dll"

# Sentences of a treebank end in an empty line; documents of names too.
part() { if [ $small = 1 ]; then awk -v n="$2" '{ print } /^$/ { if (++seen >= n) exit }' "$1" > "$out/$3"; else cp "$1" "$out/$3"; fi; }
lines() { if [ $small = 1 ]; then head -n "$2" "$1" > "$out/$3"; else cp "$1" "$out/$3"; fi; }
part "$data/treebank/en_ewt-ud-train.conllu" 300 ewt.conllu
part "$data/treebank/en_gum-train-free.conllu" 300 gum.conllu
part "$data/names/crossner-politics-train.txt" 100 names-1.txt
part "$data/names/crossner-politics-dev.txt" 100 names-2.txt
raw=()
for file in "$data"/raw/*.txt; do lines "$file" 4000 "raw-$(basename "$file")"; raw+=("$out/raw-$(basename "$file")"); done
gold=("$out/ewt.conllu" "$out/gum.conllu") names=(--names "$out/names-1.txt" "$out/names-2.txt")

# step NAME ARGUMENTS: runs a training whose result is OUT/NAME, unless that is there; a result is moved into place when it is whole.
step() {
    local name=$1 kind=$2
    shift 2
    [ -e "$out/$name" ] && return
    echo "$(date +%H:%M:%S) $name" >&2
    dotnet "$train" "$kind" "${@//@OUT@/$out/$name.part}" > "$out/$name.log" 2>&1 || { echo "$name failed, see $out/$name.log" >&2; return 1; }
    mv "$out/$name.part" "$out/$name"
}
# reader NAME WIDTH ROUNDS SEED [...]
reader() {
    local name=$1 width=$2 rounds=$3 seed=$4
    shift 4
    [ $small = 1 ] && { width=32; rounds=1; }
    step "$name" reader "$out/vectors.bin" @OUT@ "$width" "$rounds" "$seed" "${gold[@]}" "$@"
}
average() { local name=$1; shift; step "$name" average "$out/vectors.bin" @OUT@ "$@"; }
both() { local fail=0; for job in $(jobs -p); do wait "$job" || fail=1; done; [ $fail = 0 ]; }
o() { printf "$out/%s\n" "$@"; }

step vectors.bin vectors "${raw[@]}" @OUT@
step boundaries.bin boundaries @OUT@ "${gold[@]}"
reader teacher-1.bin 192 14 1 & reader teacher-2.bin 192 14 2 & both
reader teacher-3.bin 192 14 3 --sentence-dropout & reader teacher-4.bin 256 14 4 --sentence-dropout & both
reader teacher-5.bin 256 14 5 & reader held-0.bin 96 10 70 --half 0 & both
reader held-1.bin 96 10 71 --half 1 &
reader first-start.bin 192 4 21 --teachers $(o teacher-1.bin teacher-2.bin teacher-3.bin) --raw 3 0 "${raw[@]}" "${names[@]}" & both
reader first-1.bin 192 2 41 --from "$out/first-start.bin" & reader first-2.bin 192 2 42 --from "$out/first-start.bin" & both
average first.bin $(o first-start.bin first-1.bin first-2.bin)
reader accurate-start.bin 192 4 51 --from "$out/first.bin" --teachers $(o first.bin teacher-1.bin teacher-2.bin teacher-3.bin teacher-4.bin teacher-5.bin) --raw 3 2 "${raw[@]}" "${names[@]}" &
reader fast-first-start.bin 96 4 31 --teachers $(o first-start.bin teacher-2.bin teacher-3.bin) --raw 3 1 "${raw[@]}" "${names[@]}" & both
reader accurate-1.bin 192 2 41 --from "$out/accurate-start.bin" & reader accurate-2.bin 192 2 42 --from "$out/accurate-start.bin" & both
reader accurate-3.bin 192 4 43 --from "$out/accurate-start.bin" & reader accurate-4.bin 192 4 44 --from "$out/accurate-start.bin" --sentence-dropout & both
average accurate.bin $(o accurate-start.bin accurate-1.bin accurate-2.bin accurate-3.bin accurate-4.bin)
reader fast-first-1.bin 96 2 41 --from "$out/fast-first-start.bin" & reader fast-first-2.bin 96 2 42 --from "$out/fast-first-start.bin" & both
average fast-first.bin $(o fast-first-start.bin fast-first-1.bin fast-first-2.bin)
reader fast-start.bin 96 4 61 --from "$out/fast-first.bin" --teachers $(o accurate-start.bin teacher-4.bin teacher-5.bin) --raw 3 2 "${raw[@]}" "${names[@]}"
reader fast-1.bin 96 2 41 --from "$out/fast-start.bin" & reader fast-2.bin 96 2 42 --from "$out/fast-start.bin" & both
average fast.bin $(o fast-start.bin fast-1.bin fast-2.bin)
if [ -d "$data/lists" ]; then
    step names.bin names "$out/vectors.bin" @OUT@ "$root/knowledge/world" "$data/lists" "$out/gum.conllu" --held $(o held-0.bin held-1.bin) "${names[@]}" --raw 3 0 "${raw[@]}"
else
    echo "names.bin is left out: $data/lists is not there (see training/lists.mjs)" >&2
fi
[ $small = 1 ] || step attribution.bin attribution @OUT@ 5 80 64 "$data/attribution/polnear/train" "$data/attribution/polnear/dev"
step lemmas.csv lemmas @OUT@ "${gold[@]}"
step events.csv events @OUT@ "$data/plover/PLV_train.tsv" cross
(cd "$out" && sha256sum vectors.bin boundaries.bin accurate.bin fast.bin lemmas.csv events.csv)
