# Completes docent in bash, from 3.2 on: source this file. It is what `docent completion bash` prints.
# shellcheck disable=SC2209 # these are words, not commands

_docent_wants() { # what follows an option
  wants=
  case $1 in
    --knowledge) wants=folder ;;
    --model) wants=model ;;
    @FILE_OPTIONS@) wants=file ;;
    @NUMBER_OPTIONS@) wants=number ;;
  esac
}

_docent_options() { # the options of a command
  case $1 in
    '') printf '%s\n' --json --version ;;
@OPTIONS@
  esac
  printf '%s\n' --knowledge --model --help
}

_docent_begun() { # of some lines those that begin with what is typed
  while IFS= read -r word; do
    [[ $word != "$typed"* ]] || printf '%s\n' "$word"
  done
}

_docent() {
  local words=() word glue='' i wants='' command='' typed='' before='' broken

  # Bash splits at : and =, so that openai:gpt arrives in three pieces.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((${#words[@]} > 0)) && [[ -n $glue || $word == [:=]* ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words[${#words[@]}]=$word
    fi
    if [[ $word == *[:=] ]]; then glue=1; else glue=; fi
  done

  for ((i = 0; i < ${#words[@]} - 1; i++)); do
    word=${words[i]}
    if [[ -n $wants ]]; then
      wants=
    elif [[ $word == -- ]]; then
      return
    elif [[ $word == -* ]]; then
      _docent_wants "$word"
    elif [[ -z $command ]]; then
      command=$word
    fi
  done
  if ((${#words[@]} > 0)); then typed=${words[${#words[@]} - 1]}; fi
  # What is typed of the last word up to a : or = stays as it is.
  broken=$typed
  while [[ -n $broken && ($broken != *[:=] || $COMP_WORDBREAKS != *"${broken: -1}"*) ]]; do broken=${broken%?}; done
  if [[ -z $wants && $typed == --*=* ]]; then
    before=${typed%%=*}=
    typed=${typed#*=}
    _docent_wants "${before%=}"
    [[ -n $wants ]] || return
  fi
  if [[ -z $wants ]]; then
    case $typed:$command in
      -*) wants=option ;;
      *:) wants=command ;;
      *:help) wants=topic ;;
      *:completion) wants=shell ;;
      @FILE_COMMANDS@) wants=file ;;
    esac
  fi

  COMPREPLY=()
  if [[ $wants == f* ]]; then # a file name as it is, without what protects it from the shell
    typed=${typed#[\'\"]}
    typed=${typed//\\/}
    [[ $typed != \~/* ]] || typed=$HOME${typed#\~}
    compopt -o filenames 2>/dev/null
  elif [[ $wants == model ]]; then
    compopt -o nospace 2>/dev/null
  fi
  while IFS= read -r word; do
    word=$before$word
    COMPREPLY[${#COMPREPLY[@]}]=${word#"$broken"}
  done < <(
    case $wants in
      folder) compgen -d -- "$typed" ;;
      file) compgen -f -- "$typed" ;;
      model) printf '%s\n' @MODELS@ | _docent_begun ;;
      option) _docent_options "$command" | _docent_begun ;;
      command) printf '%s\n' @COMMANDS@ | _docent_begun ;;
      topic) printf '%s\n' @TOPICS@ | _docent_begun ;;
      shell) printf '%s\n' bash zsh fish | _docent_begun ;;
    esac
  )
}

complete -F _docent docent
