# Completes docent in fish: source this file. It is what `docent completion fish` prints.

function __docent_command --description 'Whether the command typed so far is one of these; without any, whether there is none'
    set -l words (commandline -opc)
    set -l command
    set -l skip
    for word in $words[2..-1]
        if test -n "$skip"
            set skip
        else if test "$word" = --
            return 1
        else if contains -- $word --knowledge --model
            set skip 1
        else if not string match -q -- '-*' $word; and test -z "$command"
            set command $word
        end
    end
    if test (count $argv) -eq 0
        test -z "$command"
    else
        contains -- "$command" $argv
    end
end

complete -c docent -f
complete -c docent -l knowledge -x -a '(__fish_complete_directories)' -d 'the folder with the documents'
complete -c docent -l model -x -a '@MODELS@' -d 'which model answers'
complete -c docent -s h -l help -d 'what there is to say about it'
complete -c docent -n __docent_command -l json -d 'JSON instead of text'
complete -c docent -n __docent_command -l version -d 'which Docent this is'
@COMMANDS@
complete -c docent -n '__docent_command help' -a '@TOPICS@'
complete -c docent -n '__docent_command completion' -a 'bash zsh fish'
