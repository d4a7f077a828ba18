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
complete -c docent -l model -x -a 'offline openai: ollama: anthropic: gemini:' -d 'which model answers'
complete -c docent -s h -l help -d 'what there is to say about it'
complete -c docent -n __docent_command -l json -d 'JSON instead of text'
complete -c docent -n __docent_command -l version -d 'which Docent this is'
complete -c docent -n __docent_command -a ask -d 'Answers a question, with the words the answer rests on'
complete -c docent -n '__docent_command ask' -l batch -rF -d 'questions as JSON Lines; \'-\' is standard input'
complete -c docent -n '__docent_command ask' -l json -d 'the answer as JSON'
complete -c docent -n __docent_command -a search -d 'Shows the passages that fit best, without reading an answer out of them'
complete -c docent -n '__docent_command search' -s k -l limit -x -d 'how many passages (5)'
complete -c docent -n '__docent_command search' -l json -d 'the passages as JSON'
complete -c docent -n __docent_command -a documents -d 'Shows each document with its segments, language, when it was read, and problems'
complete -c docent -n '__docent_command documents' -l json -d 'the documents as JSON'
complete -c docent -n __docent_command -a reload -d 'Brings the index in line with the folder and says what changed'
complete -c docent -n '__docent_command reload' -l confirm -d 'even if all or most documents go'
complete -c docent -n '__docent_command reload' -l wait -d 'for another reload that is under way'
complete -c docent -n '__docent_command reload' -l json -d 'the receipt as JSON'
complete -c docent -n __docent_command -a eval -d 'Asks questions with expected answers (JSON Lines) and counts'
complete -c docent -n '__docent_command eval' -l min-answered -x -d 'at least so many answered'
complete -c docent -n '__docent_command eval' -l min-correct -x -d 'at least so many correct'
complete -c docent -n '__docent_command eval' -l min-abstained-rightly -x -d 'at least so many abstained rightly'
complete -c docent -n '__docent_command eval' -l min-verbatim-citations -x -d 'at least so many verbatim citations'
complete -c docent -n '__docent_command eval' -l min-right-document -x -d 'at least so many from an expected document'
complete -c docent -n '__docent_command eval' -l against -rF -d 'the JSON of an earlier run: which questions changed'
complete -c docent -n '__docent_command eval' -l json -d 'the figures as JSON, with a verdict a question'
complete -c docent -n '__docent_command eval' -F
complete -c docent -n __docent_command -a gaps -d 'Shows what was asked and not answered, so that you see which document is missing'
complete -c docent -n '__docent_command gaps' -l clear -d 'forget them'
complete -c docent -n '__docent_command gaps' -l json -d 'the gaps as JSON'
complete -c docent -n __docent_command -a doctor -d 'Shows what is set, what works, and what to do about the rest'
complete -c docent -n '__docent_command doctor' -l json -d 'the findings as JSON'
complete -c docent -n __docent_command -a help -d 'Shows the commands, or one of them'
complete -c docent -n __docent_command -a completion -d 'Prints a script that completes commands, options and files in a shell'
complete -c docent -n __docent_command -a telegram -d 'Runs the Telegram bot'
complete -c docent -n '__docent_command telegram' -l rehearse -d 'try it here, without Telegram'
complete -c docent -n '__docent_command help' -a 'ask search documents reload eval gaps doctor help completion telegram'
complete -c docent -n '__docent_command completion' -a 'bash zsh fish'
