# Making an exercise of one's own from a list.

exercise-link = Make an exercise of your own
exercise-link-hint = Paste a list. People choose from it, rank it and agree.
exercise-page = An exercise of your own
exercise-head = Make an exercise of your own
exercise-lead = Paste a list. People read it, rank it in private, talk about where they differ most, and agree.
exercise-what = What is it about?
exercise-title = Name of the exercise
exercise-title-hint = Such as “What makes a good handover?”
exercise-question = Question
exercise-question-hint = People see it each time they rank. Without one, they are asked to put the most important first.
exercise-list = The list
exercise-how = How does it go?
exercise-aside = How many do people set aside first?
exercise-aside-hint = Everybody chooses in private, and then the group agrees.
exercise-none = None
exercise-way = How do people rank the rest?
exercise-way-order = In order
exercise-way-order-hint = From the most important to the least.
exercise-way-diamond = As a diamond
exercise-way-diamond-hint = For nine that are left: one on top, then two, three, two, and one at the bottom. Those side by side matter the same.
exercise-again = They rank again after the talk
exercise-again-hint = You see what moved. It takes some minutes more.
exercise-places = On how many does the group agree?
exercise-places-hint = In order, the most important first. Each takes about four minutes. Three or five work well.
exercise-next = Next you see the plan with its times, and open the room. Once it is open, you can save the exercise as a file.
exercise-button = See the plan
